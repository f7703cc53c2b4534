using System.Text;

namespace ZooInfra.Engine.Bench;

/// <summary>The peer: as many <c>terraform_data</c>, which is built in and does nothing but be in the state.</summary>
internal static class Terraform
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, "terraform")).FirstOrDefault(File.Exists);

    public static void Measure(int size)
    {
        var folder = Directory.CreateTempSubdirectory("zoo-bench-").FullName;
        try
        {
            var program = new StringBuilder();
            for (var i = 0; i < size; i++)
            {
                program.Append(System.Globalization.CultureInfo.InvariantCulture, $"resource \"terraform_data\" \"r{i}\" {{\n  input = \"value {i}\"\n}}\n");
            }

            File.WriteAllText(System.IO.Path.Combine(folder, "main.tf"), program.ToString());
            Table.Run(Path!, ["init", "-no-color"], folder);
            Line("apply", "apply", "-auto-approve");
            Line("plan, no-op", "plan");
            Line("destroy", "destroy", "-auto-approve");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Line(string run, params string[] arguments)
            => Table.Print($"terraform, {size}", run, Table.Run(Path!, [.. arguments, "-no-color", "-input=false"], folder).Seconds, size, "", "");
    }
}
