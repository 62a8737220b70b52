using System.Xml.Linq;
using Mingce.Core.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mingce.Web.Infrastructure;

/// <summary>
/// The keys of sessions and forms, written so that they survive a power cut: the framework's own writer does not fsync, and
/// an empty key file would keep the server from answering any request after the next start.
/// </summary>
internal sealed class DurableKeys(string folder) : FileSystemXmlRepository(PrivateFolder(folder), NullLoggerFactory.Instance)
{
    public override void StoreElement(XElement element, string friendlyName)
    {
        var target = Path.Combine(Directory.FullName, $"{friendlyName}.xml");
        var temporary = $"{target}.part";
        using (var stream = File.Create(temporary))
        {
            element.Save(stream);
            stream.Flush(flushToDisk: true);
        }
        DurableFile.Publish(temporary, target);
    }

    private static DirectoryInfo PrivateFolder(string path)
    {
        DurableFile.CreatePrivateDirectory(path);
        return new DirectoryInfo(path);
    }
}
