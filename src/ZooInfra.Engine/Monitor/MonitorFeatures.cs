using System.Collections.Frozen;
using Feature = Pulumirpc.ResourceMonitorFeature;

namespace ZooInfra.Engine.Monitor;

/// <summary>What the engine can do, as programs ask for it (protocol facts, section 2.1.1).</summary>
internal static class MonitorFeatures
{
    private static readonly FrozenDictionary<string, Feature> ByName = new Dictionary<string, Feature>(StringComparer.Ordinal)
    {
        ["secrets"] = Feature.Secrets,
        ["resourceReferences"] = Feature.ResourceReferences,
        ["outputValues"] = Feature.OutputValues,
        ["aliasSpecs"] = Feature.AliasSpecs,
        ["replacementTrigger"] = Feature.ReplacementTrigger,
        ["deletedWith"] = Feature.DeletedWith,
        ["replaceWith"] = Feature.ReplaceWith,
        ["transforms"] = Feature.Transforms,
        ["invokeTransforms"] = Feature.InvokeTransforms,
        ["resourceHooks"] = Feature.ResourceHooks,
        ["errorHooks"] = Feature.ErrorHooks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Those that only <c>GetDeploymentInfo</c> can name, too.</summary>
    public static IEnumerable<Feature> All => ByName.Values.Append(Feature.InvokeDependsOn).Append(Feature.InvokeParent).Order();

    public static bool Has(string name) => ByName.ContainsKey(name);
}
