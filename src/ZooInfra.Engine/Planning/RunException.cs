namespace ZooInfra.Engine.Planning;

/// <summary>The run cannot go on, and the user is told why in one sentence.</summary>
internal sealed class RunException(string message) : Exception(message);
