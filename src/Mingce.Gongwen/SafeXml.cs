using System.Xml;

namespace Mingce.Gongwen;

/// <summary>The only door through which XML from outside comes in: no DTD, no entity, nothing fetched.</summary>
public static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    /// <summary>A forward-only reader over untrusted XML. Reading throws <see cref="XmlException"/> at a DTD and at anything that is not well-formed.</summary>
    /// <param name="input">The bytes; closed together with the reader. Its owner bounds their number.</param>
    public static XmlReader Read(Stream input) => XmlReader.Create(input, Settings);
}
