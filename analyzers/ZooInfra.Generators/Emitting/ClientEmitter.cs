using System.Text;
using Microsoft.CodeAnalysis.Text;
using ZooInfra.Contracts;

namespace ZooInfra.Generators;

/// <summary>Writes the file of one client: its class's <c>Contract</c> and what that answers, and the method of the registry that makes the client.</summary>
internal static class ClientEmitter
{
    public static SourceText Emit(ClientSpec client)
    {
        var code = new CodeWriter();
        code.Line("#pragma warning disable CS0108 // A client's class may derive from another's; each has a contract of its own.").Line();
        if (client is { Contract: not null, Class.Endpoints.Count: > 0 })
        {
            code.Line("#pragma warning disable CS0612, CS0618 // What a class serves may be obsolete.").Line();
        }

        WriteClassPart(code, client);
        if (client.Contract is not null)
        {
            WriteRegistryPart(code.Line(), client);
        }

        return code.ToSource();
    }

    /// <summary>The method of the registry that makes the client of <paramref name="spec"/>.</summary>
    public static string MethodOf(ClassSpec spec) => "Make_" + spec.UniqueName.Replace('.', '_');

    private static void WriteClassPart(CodeWriter code, ClientSpec client)
    {
        var around = client.Class.Parts.Take(client.Class.Parts.Count - 1);
        var blocks = (client.Class.Namespace.Length == 0 ? around : around.Prepend("namespace " + client.Class.Namespace)).ToList();
        foreach (var block in blocks)
        {
            code.Open(block);
        }

        if (client.Contract is { } contract)
        {
            code.Line($"[global::ZooInfra.ContractAnswers({CodeWriter.LongLiteral(PackedAnswers.Pack(ContractAnswers.Of(contract)))})]");
        }

        code.Open(client.Class.Parts[client.Class.Parts.Count - 1]);
        code.Line($"/// <summary>What was promised to {XmlText(client.Contract?.Name ?? client.Class.Facts.Id)}.</summary>")
            .Line(CodeWriter.GeneratedCode)
            .Line("public static global::ZooInfra.Contracts.TenantContract Contract " + (client.Contract is { } promised
                ? $"{{ get; }} = global::ZooInfra.Contracts.PackedContract.Unpack({CodeWriter.Literal(PackedContract.Pack(promised))});"
                // It is there all the same, so that who uses it reads what is wrong with the contract and not that there is no such name.
                : $"=> throw new global::System.InvalidOperationException({CodeWriter.Literal($"The contract of '{client.Class.Facts.Id}' cannot be read; the build says why.")});"));
        code.Close();
        foreach (var _ in blocks)
        {
            code.Close();
        }
    }

    private static void WriteRegistryPart(CodeWriter code, ClientSpec client)
    {
        var own = client.Class.Endpoints;
        code.Open("namespace " + client.RootNamespace)
            .Open($"partial class {RegistryEmitter.ClassName}")
            .Line($"private static global::ZooInfra.Client {MethodOf(client.Class)}() => global::ZooInfra.Client.Of<{client.Class.FullName}>({client.Class.FullName}.Contract{(own.Count > 0 ? "," : ");")}")
            .Indented(own.Select((endpoint, index)
                => $"new global::ZooInfra.ContractEndpoint({CodeWriter.Literal(endpoint.Name)}, static () => {endpoint.Expression}){(index == own.Count - 1 ? ");" : ",")}"))
            .Close()
            .Close();
    }

    /// <summary>Text for one line of an XML comment.</summary>
    private static string XmlText(string text)
    {
        var safe = new StringBuilder();
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => safe.Append("&lt;"),
                '>' => safe.Append("&gt;"),
                '&' => safe.Append("&amp;"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => safe.Append(' '),
                _ => safe.Append(c),
            };
        }

        return safe.ToString();
    }
}
