using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>A provider of which only the reference is known.</summary>
internal sealed class DependencyProviderResource : ProviderResource
{
    private DependencyProviderResource(string urn, string package, string name, Output<string> id)
        : base(urn, package, name, id)
    {
    }

    /// <summary>Reads <c>URN::ID</c>.</summary>
    /// <exception cref="FormatException">It is not a provider reference.</exception>
    public static DependencyProviderResource From(string reference)
    {
        var cut = reference.LastIndexOf("::", StringComparison.Ordinal);
        if (cut < 0 || ResourceUrn.Parse(reference[..cut]) is not { } urn || !urn.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
        {
            throw new FormatException($"'{reference}' is not a provider reference; expected the URN of a provider, '::' and its id.");
        }

        var id = reference[(cut + 2)..];
        var known = !Signatures.IsUnknown(id);
        return new(urn.Text, urn.Type["pulumi:providers:".Length..], urn.Name, Output<string>.From(new([], known ? id : "", known, false)));
    }
}
