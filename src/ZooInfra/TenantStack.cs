using Pulumi;

namespace ZooInfra;

/// <summary>
/// The infrastructure of one client. Derive a partial class from it, put the contract on it as attributes (<see cref="TenantAttribute"/> first)
/// and make the components in its constructor.
/// </summary>
public abstract class TenantStack : Stack
{
}
