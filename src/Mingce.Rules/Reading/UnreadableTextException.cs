namespace Mingce.Rules.Reading;

/// <summary>The bytes are no text that can be read. The message, in Chinese, says what to do.</summary>
public sealed class UnreadableTextException : Exception
{
    /// <param name="message">What is wrong and what to do, in Chinese.</param>
    /// <param name="inner">What the decoder said, if it did.</param>
    public UnreadableTextException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
