namespace ZooInfra.Engine.Plugins;

/// <summary>A provider that the project names in <c>plugins:</c> of Pulumi.yaml (protocol facts, section 1.1).</summary>
/// <param name="Name">The package.</param>
/// <param name="Folder">The folder that has its executable.</param>
/// <param name="Version">Its version; null when the project does not say.</param>
public sealed record ProjectPlugin(string Name, string Folder, string? Version);
