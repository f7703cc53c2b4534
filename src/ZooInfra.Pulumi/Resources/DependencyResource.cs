using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>A resource of which only the URN is known; it stands in dependencies.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn, Output<string>? id = null)
        : base(urn, ResourceUrn.Parse(urn)?.Type ?? "", ResourceUrn.Parse(urn)?.Name ?? urn, id ?? Unknown())
    {
    }

    private static Output<string> Unknown() => Output<string>.From(new([], "", false, false));
}
