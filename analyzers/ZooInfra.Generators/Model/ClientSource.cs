using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>All that is written about one client.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Files">The contract files that carry its id, case not regarded; one at most in a good assembly.</param>
/// <param name="RootNamespace">The namespace of the registry, as source.</param>
internal sealed record ClientSource(ClassSpec Class, EquatableArray<ContractFileSpec> Files, string RootNamespace);
