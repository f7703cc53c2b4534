using Microsoft.AspNetCore.Http;
using ZooInfra.Api.Access;

namespace ZooInfra.Api.Audit;

/// <summary>Something that somebody did, or was not let do.</summary>
/// <param name="Caller">Who: <c>key:NAME:ID</c>, <c>jwt:SUBJECT</c>, <c>anonymous</c>, <c>stranger:ADDRESS</c>, <c>cli:USER</c>.</param>
/// <param name="Action">What, as <c>thing.verb</c>: <c>vpn.create</c>; <c>request</c> for what the gate takes down.</param>
/// <param name="Client">The client it is about; null for none.</param>
/// <param name="Target">What exactly: a path, an id; null for none.</param>
/// <param name="RequestId">The request; null for none.</param>
/// <param name="Outcome"><c>asked</c>, <c>accepted</c>, <c>answered STATUS</c>, <c>succeeded</c>, <c>failed</c>, <c>denied: why</c>.</param>
internal sealed record AuditEntry(string Caller, string Action, string? Client, string? Target, string? RequestId, string Outcome)
{
    /// <summary>What the caller of a request did.</summary>
    public static AuditEntry Of(HttpContext context, string action, string? client, string? target, string outcome)
        => new(context.Caller().Name, action, client, target, context.TraceIdentifier, outcome);
}
