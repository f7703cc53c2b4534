namespace Pulumi;

/// <summary>How a stack is managed.</summary>
public class StackOptions
{
    private List<ResourceTransformation>? _resourceTransformations;
    private List<ResourceTransform>? _resourceTransforms;

    /// <summary>Changes to all resources of the stack that run in this process, before registration.</summary>
    public List<ResourceTransformation> ResourceTransformations { get => _resourceTransformations ??= []; set => _resourceTransformations = value; }

    /// <summary>Changes to all resources of the stack that the engine asks for.</summary>
    public List<ResourceTransform> ResourceTransforms { get => _resourceTransforms ??= []; set => _resourceTransforms = value; }

    internal ComponentResourceOptions ToComponentOptions() => new()
    {
        ResourceTransformations = [.. ResourceTransformations],
        ResourceTransforms = [.. ResourceTransforms],
    };
}
