namespace ZooInfra.Engine.State;

/// <summary>The state of a stack cannot be read or written. Nothing was changed. The message names the file, the reason and what to do.</summary>
/// <param name="message">The sentence for the user.</param>
/// <param name="inner">The cause.</param>
public sealed class StateException(string message, Exception? inner = null) : Exception(message, inner);
