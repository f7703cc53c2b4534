namespace ZooInfra.Engine.Planning;

/// <summary>A step failed and was reported.</summary>
internal sealed class StepFailedException(string message) : Exception(message);
