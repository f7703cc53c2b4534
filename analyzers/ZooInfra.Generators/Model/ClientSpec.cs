using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>A client whose facts can all be read.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Contract">What was promised.</param>
/// <param name="RootNamespace">The namespace of the registry, as source.</param>
internal sealed record ClientSpec(ClassSpec Class, TenantContract Contract, string RootNamespace);
