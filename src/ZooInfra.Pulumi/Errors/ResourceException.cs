namespace Pulumi;

/// <summary>A failure of one resource; it is shown on that resource.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="resource">The resource.</param>
/// <param name="hideStack">Whether the message alone is shown.</param>
public class ResourceException(string message, Resource? resource, bool hideStack = false) : Exception(message)
{
    internal Resource? Resource { get; } = resource;

    internal bool HideStack { get; } = hideStack;
}
