namespace ZooInfra.Generators;

/// <summary>What a member of a client's class answers.</summary>
/// <param name="Name">The name in the URL.</param>
/// <param name="Expression">The C# expression that makes the answer.</param>
internal sealed record EndpointSpec(string Name, string Expression);
