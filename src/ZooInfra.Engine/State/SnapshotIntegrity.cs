namespace ZooInfra.Engine.State;

/// <summary>The rules every snapshot keeps (protocol facts, section 6.9).</summary>
internal static class SnapshotIntegrity
{
    /// <summary>The first rule that is broken, in words; null when all are kept.</summary>
    public static string? Violation(Snapshot snapshot)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var providers = new HashSet<string>(StringComparer.Ordinal);
        var current = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in snapshot.Resources)
        {
            var urn = resource.Urn.Text;
            if (!resource.Custom && resource.Id.Length > 0)
            {
                return $"component {urn} has an id";
            }

            if (resource.Provider.Length > 0 && !resource.PendingReplacement && !providers.Contains(resource.Provider))
            {
                return $"{urn} refers to provider {resource.Provider}, which does not stand before it";
            }

            if (resource.References().FirstOrDefault(reference => !seen.Contains(reference)) is { } missing && !(resource.PendingReplacement && missing == ProviderReference.Parse(resource.Provider)?.Urn))
            {
                return $"{urn} refers to {missing}, which does not stand before it";
            }

            if (!resource.Delete && !current.Add(urn))
            {
                return $"{urn} stands twice";
            }

            seen.Add(urn);
            if (resource.IsProvider)
            {
                providers.Add(new ProviderReference(urn, resource.Id).ToString());
            }
        }

        return null;
    }
}
