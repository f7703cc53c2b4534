using Feature = Pulumirpc.ResourceMonitorFeature;

namespace ZooInfra.Engine.Monitor;

/// <summary>What the engine can do, as programs ask for it (protocol facts, section 2.1.1).</summary>
internal static class MonitorFeatures
{
    private static readonly string[] Names =
    [
        "secrets",
        "resourceReferences",
        "outputValues",
        "aliasSpecs",
        "replacementTrigger",
        "deletedWith",
        "replaceWith",
        "transforms",
        "invokeTransforms",
        "resourceHooks",
        "errorHooks",
    ];

    /// <summary>Those that only <c>GetDeploymentInfo</c> can name, too.</summary>
    public static IEnumerable<Feature> All => Names.Select(name => Enum.Parse<Feature>(name, ignoreCase: true)).Append(Feature.InvokeDependsOn).Append(Feature.InvokeParent).Order();

    public static bool Has(string name) => Array.IndexOf(Names, name) >= 0;
}
