namespace ZooInfra;

/// <summary>Marks a class as a tenant (a client). The class must be partial and derive from <c>TenantStack</c>.</summary>
/// <param name="id">
/// The client's id: the stack name and the name in every URL. 1 to 100 of <c>a-z A-Z 0-9 _ . -</c> (Pulumi's stack name alphabet).
/// A contract file for this client is named <c>contracts/ID.contract.yaml</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TenantAttribute(string id) : Attribute
{
    /// <summary>The client's id.</summary>
    public string Id { get; } = id;

    /// <summary>The client's name for people; the id when not given.</summary>
    public string? Name { get; set; }

    /// <summary>The IANA zone in which the client lives and names days, <c>America/New_York</c>; not stated when not given.</summary>
    public string? Zone { get; set; }

    /// <summary>The first day of the contract, <c>2024-01-01</c>, in the client's zone; not stated when not given.</summary>
    public string? Effective { get; set; }

    /// <summary>The last day of the contract, <c>2028-12-31</c>, in the client's zone; open when not given.</summary>
    public string? Ends { get; set; }
}
