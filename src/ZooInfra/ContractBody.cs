namespace ZooInfra;

/// <summary>
/// One representation of a fact. Each has an entity tag of its own, because a strong tag must tell the representations of a resource
/// apart (RFC 9110, section 8.8.3).
/// </summary>
/// <param name="Content">The bytes as sent, UTF-8.</param>
/// <param name="ETag">The strong entity tag, with its quotes.</param>
public sealed record ContractBody(ReadOnlyMemory<byte> Content, string ETag);
