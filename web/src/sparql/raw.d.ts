declare module "*.rq?raw" {
  const text: string;
  export default text;
}
