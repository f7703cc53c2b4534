using ZooInfra.Protocol;

namespace ZooInfra.Provider.Properties;

/// <summary>Puts together what a read answers.</summary>
internal static class Drift
{
    /// <summary>
    /// What was found, except that a property that did not change keeps the spelling, order and secretness it was written with. One that changed
    /// is secret when it was.
    /// </summary>
    public static PropertyMap Merge(PropertyMap found, PropertyMap written, Func<string, bool> changed)
        => PropertyMap.From(found.Select(property => KeyValuePair.Create(
            property.Key,
            !written.TryGetValue(property.Key, out var old) ? property.Value : changed(property.Key) ? property.Value.MarkedLike(old) : old)));
}
