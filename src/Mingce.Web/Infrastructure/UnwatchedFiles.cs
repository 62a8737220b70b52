using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Mingce.Web.Infrastructure;

/// <summary>Files that do not change while the program runs: nobody has to watch them.</summary>
internal sealed class UnwatchedFiles(IFileProvider files) : IFileProvider
{
    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IFileInfo GetFileInfo(string subpath) => files.GetFileInfo(subpath);

    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;
}
