using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>A client's class and its contract.</summary>
/// <param name="Class">Its class.</param>
/// <param name="Contract">What was promised; null when it cannot be read.</param>
/// <param name="RootNamespace">The namespace of the registry, as source.</param>
internal sealed record ClientSpec(ClassSpec Class, TenantContract? Contract, string RootNamespace);
