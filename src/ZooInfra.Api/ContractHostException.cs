namespace ZooInfra.Api;

/// <summary>The host cannot serve as asked. The message is one sentence for people, with what to do.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="inner">What the system said; null when it was not asked.</param>
public sealed class ContractHostException(string message, Exception? inner = null) : Exception(message, inner);
