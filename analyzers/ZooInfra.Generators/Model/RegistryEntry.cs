namespace ZooInfra.Generators;

/// <summary>A line of the registry.</summary>
/// <param name="Id">The client's id.</param>
/// <param name="Method">The method that makes the client.</param>
internal sealed record RegistryEntry(string Id, string Method);
