namespace ZooInfra.Engine.Monitor;

/// <summary>A resource failed in a run that goes on, and the program cannot be told otherwise.</summary>
internal sealed class RegistrationFailedException() : Exception("resource registration failed");
