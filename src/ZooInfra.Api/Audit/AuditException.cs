namespace ZooInfra.Api.Audit;

/// <summary>An entry cannot be kept. The message is for the operator.</summary>
internal sealed class AuditException(string message, Exception inner) : Exception(message, inner);
