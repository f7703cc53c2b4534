namespace Pulumi;

/// <summary>A resource that consists of others, its children.</summary>
public class ComponentResource : Resource
{
    /// <summary>Registers the component.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="options">How it is managed.</param>
    public ComponentResource(string type, string name, ComponentResourceOptions? options = null)
        : this(type, name, ResourceArgs.Empty, options)
    {
    }

    /// <summary>Registers the component.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it is managed.</param>
    /// <param name="remote">Whether a provider makes the children.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options = null, bool remote = false)
        : this(type, name, args, options, remote, null)
    {
    }

    /// <summary>Registers the component of a package that the engine must know first.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name, unique among resources of this type and parents.</param>
    /// <param name="args">The inputs.</param>
    /// <param name="options">How it is managed.</param>
    /// <param name="remote">Whether a provider makes the children.</param>
    /// <param name="registerPackageRequest">The package.</param>
    public ComponentResource(string type, string name, ResourceArgs? args, ComponentResourceOptions? options, bool remote, RegisterPackageRequest? registerPackageRequest = null)
        : base(type, name, custom: false, args ?? ResourceArgs.Empty, options ?? new(), remote, registerPackageRequest)
    {
    }

    /// <summary>Says that all children are made; every property with an <see cref="OutputAttribute"/> is an output of the component.</summary>
    protected void RegisterOutputs()
        => RegisterOutputs(OutputProperties.Declared(GetType()).ToDictionary(member => member.Name, member => member.Property.GetValue(this)));

    /// <summary>Says that all children are made, and gives the outputs of the component.</summary>
    /// <param name="outputs">The outputs by name.</param>
    protected void RegisterOutputs(IDictionary<string, object?> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Says that all children are made, and gives the outputs of the component.</summary>
    /// <param name="outputs">The outputs by name.</param>
    protected void RegisterOutputs(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(Output.Create(outputs));

    /// <summary>Says that all children are made, and gives the outputs of the component.</summary>
    /// <param name="outputs">The outputs by name.</param>
    protected void RegisterOutputs(Output<IDictionary<string, object?>> outputs) => Deployment.Require().Registrar.StartOutputs(this, outputs);
}
