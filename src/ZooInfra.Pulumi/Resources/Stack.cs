using System.Reflection;

namespace Pulumi;

/// <summary>
/// The root of all resources of a program. Derive from it, make the resources in the constructor and mark the stack's outputs with
/// <see cref="OutputAttribute"/>.
/// </summary>
public class Stack : ComponentResource
{
    internal const string TypeToken = "pulumi:pulumi:Stack";

    /// <summary>Registers the stack; it is the parent of every resource without one.</summary>
    /// <param name="options">How it is managed.</param>
    public Stack(StackOptions? options = null)
        : base(TypeToken, $"{Deployment.Require().Settings.Project}-{Deployment.Require().Settings.Stack}", options?.ToComponentOptions())
        => Deployment.Require().SetStack(this);

    /// <summary>Registers the outputs that the derived class declares.</summary>
    /// <exception cref="RunException">An output is missing or is no <see cref="Output{T}"/>.</exception>
    internal void RegisterDeclaredOutputs()
    {
        var members = OutputProperties.Declared(GetType()).ToArray();
        var missing = members.Where(member => member.Property.GetValue(this) is null).Select(member => $"'{member.Name}'").ToArray();
        if (missing.Length > 0)
        {
            throw new RunException($"Output(s) {string.Join(", ", missing)} have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.");
        }

        var wrong = members.Where(member => !IsOutput(member.Property)).Select(member => $"'{member.Name}'").ToArray();
        if (wrong.Length > 0)
        {
            throw new RunException($"[Output] attributed properties {string.Join(", ", wrong)} have incorrect type. Only Output<T> is allowed.");
        }

        RegisterOutputs();
    }

    internal void RegisterOutputValues(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    private static bool IsOutput(PropertyInfo property)
        => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Output<>);
}
