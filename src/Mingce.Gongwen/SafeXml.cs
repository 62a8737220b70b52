using System.Xml;

namespace Mingce.Gongwen;

/// <summary>The only door through which XML from outside comes in: no DTD, no entity, nothing fetched, no tag or nesting that is built to exhaust the reader.</summary>
public static class SafeXml
{
    private const int MaxDepth = 250; // far deeper than any office program writes
    private const int MaxNamesInTag = 2_000;
    private const int MaxNames = 20_000;

    /// <summary>A forward-only reader over untrusted XML. Reading throws <see cref="XmlException"/> at a DTD, beyond the limits and at anything that is not well-formed.</summary>
    /// <param name="input">The bytes; closed together with the reader. Its owner bounds their number.</param>
    /// <param name="maxNodes">The most nodes; for a caller that keeps them all.</param>
    public static XmlReader Read(Stream input, int maxNodes = int.MaxValue) => new BoundedReader(input, new BoundedNames(), maxNodes);

    // XmlReader.Create gives no way to see a tag grow; this older class has one, and the same parser inside.
    private sealed class BoundedReader : XmlTextReader
    {
        private readonly BoundedNames names;
        private int left;

        public BoundedReader(Stream input, BoundedNames names, int maxNodes)
            : base(input, names)
        {
            this.names = names;
            left = maxNodes;
            DtdProcessing = DtdProcessing.Prohibit;
            XmlResolver = null;
            EntityHandling = EntityHandling.ExpandEntities; // an unknown entity is an error
            Normalization = true;
        }

        public override bool Read()
        {
            names.StartTag();
            if (--left < 0) throw new XmlException("Too many nodes.");
            var read = base.Read();
            return Depth <= MaxDepth ? read : throw new XmlException("Nested too deeply.");
        }
    }

    // The parser compares all attributes of a tag with each other: 125 KB of packed attributes would take it minutes.
    private sealed class BoundedNames : NameTable
    {
        private int inTag;
        private int inAll;

        public void StartTag() => inTag = 0;

        public override string Add(string key)
        {
            Count(Get(key) is null);
            return base.Add(key);
        }

        public override string Add(char[] key, int start, int len)
        {
            Count(Get(key, start, len) is null);
            return base.Add(key, start, len);
        }

        private void Count(bool isNew)
        {
            if (isNew) inAll++;
            if (++inTag > MaxNamesInTag || inAll > MaxNames) throw new XmlException("Too many names.");
        }
    }
}
