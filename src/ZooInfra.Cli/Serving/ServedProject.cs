using ZooInfra.Cli.Workspace;
using ZooInfra.Protocol.Providers;

namespace ZooInfra.Cli.Serving;

/// <summary>The project whose stacks a host works on.</summary>
/// <param name="File">Pulumi.yaml.</param>
/// <param name="State">The state directory.</param>
internal sealed record ServedProject(ProjectFile File, string State)
{
    /// <summary>Where the files backend writes; null for what the stacks say.</summary>
    public string? Out { get; init; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Asks for the passphrase of secrets; null for the one of the environment.</summary>
    public Func<string?>? Passphrase { get; init; }

    /// <summary>Makes the provider; null for the usual one.</summary>
    public Func<IResourceProvider>? Provider { get; init; }
}
