namespace Pulumi;

/// <summary>How a component is managed.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>Providers for the children, at most one a package.</summary>
    public List<ProviderResource> Providers { get => _providers ??= []; set => _providers = value; }

    /// <summary>The settings of both: single values of the second win, lists are appended; of several providers for a package the last one stays.</summary>
    /// <param name="options1">The first.</param>
    /// <param name="options2">The second.</param>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var result = new ComponentResourceOptions();
        foreach (var options in new[] { options1, options2 }.OfType<ComponentResourceOptions>())
        {
            result.Apply(options);
            result._providers = LastOfEachPackage([.. result._providers ?? [], .. options._providers ?? []]);
        }

        return result;
    }

    internal override ResourceOptions Clone() => Merge(this, null);

    private static List<ProviderResource>? LastOfEachPackage(List<ProviderResource> providers)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        providers.Reverse();
        providers.RemoveAll(provider => !seen.Add(provider.Package));
        providers.Reverse();
        return providers.Count == 0 ? null : providers;
    }
}
