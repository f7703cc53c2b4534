using Pulumi;

namespace ZooInfra.Identity;

/// <summary>One thing that an application hears about a person.</summary>
public sealed class ClaimArgs : ResourceArgs
{
    /// <summary>The name that the application knows it by.</summary>
    [Input("name", required: true)]
    public Input<string> Name { get; set; } = null!;

    /// <summary>The attribute of the directory that it comes from.</summary>
    [Input("attribute", required: true)]
    public Input<string> Attribute { get; set; } = null!;
}
