namespace ZooInfra.Engine.Planning;

/// <summary>A provider cannot answer, since its configuration is known only when the update runs; so is the answer.</summary>
internal sealed class ConfigurationUnknownException() : Exception("the configuration of the provider is not known yet");
