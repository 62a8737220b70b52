namespace Mingce.Gongwen.Profiles;

/// <summary>A profile cannot be used. The message, in Chinese, names the line and the reason.</summary>
/// <param name="message">Line, reason and what to do.</param>
/// <param name="inner">The technical cause, where there is one.</param>
public sealed class ProfileException(string message, Exception? inner = null) : Exception(message, inner);
