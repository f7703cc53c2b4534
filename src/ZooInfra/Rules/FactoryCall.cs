namespace ZooInfra.Rules;

/// <summary>The static method that made an object and what it was given, by the names of its parameters.</summary>
internal sealed record FactoryCall(string Method, params IReadOnlyList<(string Parameter, object? Value)> Arguments);
