namespace Mingce.Core;

/// <summary>Bad input that a user can fix: the command line prints the message and exits 2.</summary>
public class UserFaultException(string message, Exception? inner = null) : Exception(message, inner);
