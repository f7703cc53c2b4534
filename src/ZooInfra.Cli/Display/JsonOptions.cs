using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZooInfra.Cli.Display;

/// <summary>How the command line writes JSON.</summary>
internal static class JsonOptions
{
    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonSerializerOptions Indented { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentSize = 4 };
}
