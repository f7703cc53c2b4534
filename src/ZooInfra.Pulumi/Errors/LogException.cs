namespace Pulumi;

/// <summary>A message could not be given to the engine.</summary>
/// <param name="exception">Why.</param>
public class LogException(Exception exception) : Exception("Error occurred during logging", exception);
