using System.Collections.Frozen;

namespace ZooInfra.Api.Access;

/// <summary>An API key as it is kept: everything but the secret.</summary>
/// <param name="Id">Its public part, by which people and logs name it.</param>
/// <param name="Name">Who or what uses it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Clients">The ids of the clients it is bound to; null for all clients.</param>
/// <param name="Made">When it was made.</param>
/// <param name="Until">When it ends; null for never.</param>
/// <param name="Revoked">When it was revoked; null when it was not.</param>
internal sealed record ApiKey(string Id, string Name, FrozenSet<Scope> Scopes, FrozenSet<string>? Clients, DateTimeOffset Made, DateTimeOffset? Until, DateTimeOffset? Revoked)
{
    /// <summary>Whether it opens anything at an instant.</summary>
    public bool IsLive(DateTimeOffset now) => Revoked is null && (Until is null || now < Until);

    /// <summary>Who asks with this key.</summary>
    public Caller Caller() => new($"key:{Name}:{Id}", Scopes, Clients);
}
