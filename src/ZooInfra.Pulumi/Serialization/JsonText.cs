using Google.Protobuf;
using ZooInfra.Protocol;

namespace Pulumi;

/// <summary>Inputs that travel as JSON text.</summary>
internal static class JsonText
{
    /// <summary>The text of <paramref name="value"/>; unknown or secret when anything in it is.</summary>
    public static Output<string> Of(string name, object value) => new(WriteAsync(name, value));

    private static async Task<OutputData<string>> WriteAsync(string name, object value)
    {
        var serializer = new Serializer(keepOutputs: false, referencesAreDependencies: true, keepReferences: false);
        var property = await serializer.SerializeAsync(name, value).ConfigureAwait(false) ?? PropertyValue.Null;
        var known = !PropertyMarks.HasUnknown(property);
        var text = known ? JsonFormatter.Default.Format(PropertyMarshaller.ToValue(property, MarshalOptions.Plain)) : "";
        return new([.. serializer.Resources], text, known, PropertyMarks.HasSecret(property));
    }
}
