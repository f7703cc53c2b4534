namespace Pulumi;

/// <summary>A value cannot be sent to the engine.</summary>
/// <param name="message">Which value, and why.</param>
internal sealed class UnsupportedInputException(string message) : InvalidOperationException(message);
