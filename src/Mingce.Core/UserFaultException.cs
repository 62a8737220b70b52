namespace Mingce.Core;

/// <summary>Bad input that a user can mend. The message, in Chinese, says what to do; the command line prints it and exits 2.</summary>
public class UserFaultException(string message, Exception? inner = null) : Exception(message, inner);
