namespace ZooInfra.Protocol.Providers;

/// <summary>An expected failure of a provider. The message is shown to the user on the resource; nothing was changed.</summary>
/// <param name="message">What is wrong, where, and what to do.</param>
/// <param name="inner">The cause, for logs.</param>
public sealed class ProviderException(string message, Exception? inner = null) : Exception(message, inner);
