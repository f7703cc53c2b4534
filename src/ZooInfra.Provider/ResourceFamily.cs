using ZooInfra.Provider.Backends.Files;

namespace ZooInfra.Provider;

/// <summary>
/// Resources that belong together: their types, their part of the configuration and, in the schema.json of their folder, their part of the schema.
/// </summary>
internal abstract class ResourceFamily
{
    /// <summary>The keys of the configuration that are this family's, without <c>zoo:</c>.</summary>
    public abstract IReadOnlyList<string> ConfigKeys { get; }

    /// <summary>The types of resources.</summary>
    public abstract IReadOnlyList<ResourceKind> Kinds { get; }

    /// <summary>Reads the family's keys, so that what is wrong with them is reported to <paramref name="config"/>; changes nothing.</summary>
    public abstract void CheckConfig(ConfigReader config);

    /// <summary>Takes configuration that passed the check. May be called again, with other values.</summary>
    public abstract void Configure(ConfigReader config, OutFolder folder);
}
