using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>A contract file.</summary>
/// <param name="ClientId">The client it belongs to, by its name.</param>
/// <param name="Facts">What it says; null when it has not the form of a contract.</param>
internal sealed record ContractFileSpec(string ClientId, TenantFacts? Facts);
